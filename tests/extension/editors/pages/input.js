import { place } from "./places.js";

place((host) => {
  const field = document.createElement("input");
  field.type = "text";
  host.append(field);
  return { field: () => field, model: () => field.value };
});
