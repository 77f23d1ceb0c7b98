import { render } from 'preact';
import { Console } from './console.tsx';

// A passkey is bound to a name: on this machine it is `localhost`, whatever number the address has.
if (location.hostname === '127.0.0.1' || location.hostname === '[::1]')
  location.replace(`http://localhost:${location.port}/console${location.hash}`);
else {
  const place = document.getElementById('console');
  if (place === null) throw new TypeError('the page has no place for the console');
  render(<Console />, place);
}
