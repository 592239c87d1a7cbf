/** How long a tea steeps, for guides. */
export default function Steep({ minutes }) {
  return <p>Steep for {minutes} minutes.</p>;
}
