export function Payments() {
  return <main />;
}
