export function District() {
  return <main />;
}
