// A page that comes from the server whole announces nothing: what went wrong is read aloud because it has the focus, or the field that
// it describes.
const error = document.querySelector("[role=alert]");
if (error) {
  const described = error.id ? document.querySelector(`[aria-describedby~="${error.id}"]`) : null;
  const field = described?.matches("input, select, textarea") ? described : described?.querySelector("input, select, textarea");
  if (!field) {
    error.tabIndex = -1;
  }

  (field ?? error).focus();
}
