/**
 * In the browser, the home page's inside is the server's HTML: its components, and the model with
 * its colours of code, stay out of the app.
 */
export default function Home(): null {
  return null;
}
