export function Notices() {
  return <main />;
}
