export function App() {
  return <h1>ID Contact</h1>;
}
