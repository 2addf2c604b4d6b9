/** Two score distributions and the line between them. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d="M2 20c4 0 4-13 7-13s3 13 7 13" className="logoNegative" />
      <path d="M8 20c4 0 4-13 7-13s3 13 7 13" className="logoPositive" />
      <path d="M12 3v18" className="logoThreshold" />
    </svg>
  );
}
