/** What the command can do, for who has never used it. */
export const usage = `Who may ask for checks: relying parties (hotels, shops, offices) and their counters (desks).

Begin:
  npm run rp -- add "My Hotel" --counter "Desk 1" --place "1 Harbour Road"
                                        a relying party with a counter; makes its key and says what to do next
  npm run rp -- add-counter rp_my-hotel "Desk 2" --place "1 Harbour Road"
  npm run rp -- token cnt_my-hotel-1    an access token, as the counter's own program gets it

Look:
  list                                  relying parties          list rp_my-hotel    its counters
  list --find harbour                   those of which the id, or a word of the name and on, begins so
  list --ending                         registrations that end within 30 days
  show ID                               all of one               log                 what operators did

Change:
  rotate-key COUNTER [--overlap 86400]  a new key; the old one goes on for so many seconds
  add-key COUNTER                       one more key, for its time: --not-before 2026-12-01T08:00:00Z --not-after ...
  revoke ID [KID] --reason key-lost     a relying party, a counter, or one key of it; also closed, misuse, mistake
  quota ID --sessions 200/5000ms --calls 1200/50ms --live-sessions 50 --streams 4
  word RP hotel always                  when three digits are said to the clerk: always, late, never
  scene RP hotel --level strict --purpose check-in
                                        takes a scene up or changes what is named of it; --remove gives it up
  watch RP                              what gives it more needs two operators from then on
  rename RP NAME       origins COUNTER --origin https://desk.example       renew [ID]
  point add RP "Town Hall" --place "8 Civic Road"
                                        an acceptance point; also list [RP], change ID [NAME], revoke ID
  terminal-owner add RP NAME            who answers for terminals; also list [RP], change ID NAME, revoke ID
  import FILE                           many, from JSON; start it again where it broke off

Webhooks:
  webhook add RP URL [--event session.ended] [--signing ed25519]       webhook list RP
  webhook test ID         webhook deliveries ID [--state dead]         webhook replay ID [EVENT] [--since TIME]
  webhook rotate ID [--leaked]      webhook pause ID      webhook resume ID      webhook revoke ID

What makes something weaker takes two operators:
  propose quota ID --sessions ...   propose word RP SCENE POLICY   propose scene RP SCENE --level basic
  propose end-watch RP   propose restore ID   propose trust-root THUMBPRINT
  proposals              approve PROPOSAL     withdraw PROPOSAL

Options: --id ID  an id of your own   --scene hotel  (more than once)   --encrypt  results only its key opens
         --key FILE  a key that you made: its public half is registered     --bff URL  another BFF
Names are signed by the authority's registrar: REGISTRAR_TOKEN in the environment; a sandbox has its own.
`;
