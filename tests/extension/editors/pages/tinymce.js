import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/skins/ui/oxide/skin.css";
import "tinymce/themes/silver";
import { paragraphs, place } from "./places.js";

place(async (host) => {
  const target = document.createElement("textarea");
  host.append(target);
  const [editor] = await tinymce.init({
    target,
    license_key: "gpl",
    skin: false,
    content_css: false,
    height: 220,
    menubar: false,
  });
  return { field: () => editor.getBody(), model: () => paragraphs(editor.getBody()) };
});
