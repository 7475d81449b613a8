export function OnePayment() {
  return <main />;
}
