import { render } from 'preact';
import { GuestWindow } from './guest-window.tsx';
import { Officer } from './officer.tsx';

// A passkey is bound to a name: on this machine it is `localhost`, whatever number the address has.
if (location.hostname === '127.0.0.1' || location.hostname === '[::1]')
  location.replace(`http://localhost:${location.port}/officer${location.search}${location.hash}`);
else {
  const place = document.getElementById('officer');
  if (place === null) throw new TypeError('the page has no place for the desk');
  const isGuests = new URLSearchParams(location.search).get('view') === 'guest';
  render(isGuests ? <GuestWindow /> : <Officer />, place);
}
