import Link from '@docusaurus/Link';
import OperationHeading from '@theme-original/OperationHeading';

/** The heading of the reference, with a link below it. */
export default function OperationHeadingWrapper(props) {
  return (
    <>
      <OperationHeading {...props} />
      <p>
        <Link to="https://tea.example.com/support">Ask the shop about this operation</Link>
      </p>
    </>
  );
}
