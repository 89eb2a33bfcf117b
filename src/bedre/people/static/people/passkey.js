// Passkeys: forms with data-passkey="login|get|create" ask the browser for a credential and then send themselves.
// What the server offers stands in data-options; for signing in it is fetched when the button is pressed.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list) => (list ?? []).map((entry) => ({ ...entry, id: bytes(entry.id) }));

function forCreating(options, alone) {
  const key = options.publicKey;
  const selection = { ...key.authenticatorSelection };
  selection.residentKey = alone ? "required" : "discouraged";
  selection.requireResidentKey = alone;
  if (alone) selection.userVerification = "required";
  return { publicKey: { ...key, challenge: bytes(key.challenge), user: { ...key.user, id: bytes(key.user.id) },
    excludeCredentials: known(key.excludeCredentials), authenticatorSelection: selection } };
}

function forGetting(options) {
  const key = options.publicKey;
  return { publicKey: { ...key, challenge: bytes(key.challenge), allowCredentials: known(key.allowCredentials) } };
}

function told(credential) {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    said.userHandle = response.userHandle ? text(response.userHandle) : null;
  }
  return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said,
    authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults() });
}

async function ask(form) {
  const kind = form.dataset.passkey;
  if (kind === "create") {
    const alone = form.elements.passwordless?.checked ?? false;
    return navigator.credentials.create(forCreating(JSON.parse(form.dataset.options), alone));
  }
  const options = kind === "get" ? JSON.parse(form.dataset.options)
    : (await (await fetch(form.action, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } })).json()).request_options;
  return navigator.credentials.get(forGetting(options));
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      form.querySelector("[data-credential]").value = told(await ask(form));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
