// <div data-numbered>: keeps the numbers beside a long text in step with it, and marks a line that a link points to.
for (const frame of document.querySelectorAll("[data-numbered]")) {
  const [numbers, area] = [frame.querySelector("ol"), frame.querySelector("textarea")];
  area.addEventListener("input", () => {
    const lines = area.value.split("\n");
    area.rows = Math.max(lines.length, 10);
    area.cols = Math.min(lines.reduce((most, line) => Math.max(most, line.length), 0) + 2, 400);
    while (numbers.children.length > lines.length) numbers.lastElementChild.remove();
    while (numbers.children.length < lines.length) {
      const number = document.createElement("li");
      number.textContent = numbers.children.length + 1;
      number.id = `linje-${number.textContent}`;
      numbers.append(number);
    }
  });
  document.addEventListener("click", (event) => {
    const number = event.target.closest('a[href^="#linje-"]')?.hash.slice(7);
    if (!number || !numbers.children[number - 1]) return;
    event.preventDefault();
    const before = area.value.split("\n").slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const end = area.value.indexOf("\n", before);
    area.focus({ preventScroll: true });
    area.setSelectionRange(before, end < 0 ? area.value.length : end);
    numbers.children[number - 1].scrollIntoView({ block: "center" });
  });
}
