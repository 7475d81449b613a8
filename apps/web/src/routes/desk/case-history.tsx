export function CaseHistory() {
  return <main />;
}
