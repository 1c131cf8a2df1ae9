import { place } from "./places.js";

place((host) => {
  const field = document.createElement("textarea");
  host.append(field);
  return { field: () => field, model: () => field.value };
});
