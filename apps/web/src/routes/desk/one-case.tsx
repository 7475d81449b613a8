export function OneCase() {
  return <main />;
}
