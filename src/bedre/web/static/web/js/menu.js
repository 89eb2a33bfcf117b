// <details data-menu>: closes with Escape, by a press outside and when the focus leaves.
const close = (menu, focus) => {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
};
const open = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") open().forEach((menu) => close(menu, menu.contains(document.activeElement)));
});
document.addEventListener("pointerdown", (event) => {
  open().forEach((menu) => { if (!menu.contains(event.target)) close(menu); });
});
document.addEventListener("focusin", (event) => {
  open().forEach((menu) => { if (!menu.contains(event.target)) close(menu); });
});
