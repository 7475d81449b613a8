export function FirstVisit() {
  return <main />;
}
