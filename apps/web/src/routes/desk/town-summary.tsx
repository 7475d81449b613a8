export function TownSummary() {
  return <main />;
}
