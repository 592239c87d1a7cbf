/**
 * In the browser, in the place of components that only the server draws: they, and the model with its
 * colours of code, stay out of the app.
 */
export default function Nothing(): null {
  return null;
}
