// data-warn-personal="id": shows the element `id` while the text seems to hold a national identity or phone number.
// The same two patterns as kernel.text; the server decides, this only says it while one types.
const IDENTITY = /(?:^|\D)\d{6}[ .-]?\d{5}(?!\d)/;
const PHONE = /(?:^|[^\d/.-])(?:(?:\+|00)47 ?)?(?:[2-79]\d ?\d\d ?\d\d ?\d\d|[489]\d\d \d\d \d\d\d)(?![\d/.-])/;

for (const input of document.querySelectorAll("[data-warn-personal]")) {
  const note = document.getElementById(input.dataset.warnPersonal);
  const look = () => { if (note) note.hidden = !(IDENTITY.test(input.value) || PHONE.test(input.value)); };
  input.addEventListener("input", look);
  look();
}
