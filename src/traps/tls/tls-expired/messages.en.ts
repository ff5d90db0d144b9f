export const en = {
  summary: 'A certificate has expired, is not valid yet, or expires within days',
  'title-expired': 'the certificate of {target} expired {days} days ago',
  'title-expired-authority': '{name}, which signed the certificate of {target}, expired {days} days ago',
  'title-expired-root': 'the authority that the client trusts for {target} is outside of its time',
  'title-not-yet': 'the certificate of {target} is not valid before {from}',
  'title-clock': 'the certificate of {target} is valid in {minutes} minutes only: two clocks differ',
  'title-soon': 'the certificate of {target} expires in {days} days',
  'title-soon-authority': '{name}, which signed the certificate of {target}, expires in {days} days',
  'why-expired': 'It was valid until {until}; this machine has {now}. Go compares with the clock of the client.',
  'why-expired-authority':
    '{name} was valid until {until}. Go checks every certificate of a chain, and it is refused although that of the server holds.',
  'why-expired-root':
    'Go checks the times of roots, too. Here the file of the client has one that {issuer} no longer, or not yet, stands for.',
  'why-not-yet': 'It begins at {from}, and this machine has {now}.',
  'why-clock':
    'It begins at {from}, and this machine has {now}. It was made a moment ago by a machine whose clock is ahead, or this clock is behind.',
  'why-soon': 'It is valid until {until}. Whoever renews by machine has done so long before; here nobody has.',
  'why-soon-authority': '{name} is valid until {until}. When it ends, every certificate below it ends, too.',
  'fix-issue': 'have it issued again, with keys of ca.pem where the authority is your own',
  'fix-reload':
    'then let the server read it: one that loads its file at the start keeps the old certificate until it is started again',
  'fix-authority': 'replace the certificate of {name} in the chain that the server sends, and issue below the new one',
  'fix-root': 'give the client the certificate of the authority that holds today',
  'fix-clock': 'set the clocks of both machines; an authority may also date its certificates back by some minutes',
  'title-file-expired': '{name} in {file} expired {days} days ago',
  'title-file-authority-expired': 'the authority {name} in {file} expired {days} days ago',
  'title-file-not-yet': '{name} in {file} is not valid before {from}',
  'title-file-soon': '{name} in {file} expires in {days} days',
  'why-file-expired':
    '{loader} loads it. It was valid until {until}, and Go compares with the clock of whoever verifies it.',
  'why-file-authority-expired':
    '{loader} trusts it. It was valid until {until}, and Go checks the times of roots, too: every certificate that it signed is refused.',
  'why-file-not-yet': '{loader} loads it. It begins at {from}.',
  'why-file-soon': '{loader} loads it. It is valid until {until}, and nothing in a repository renews it by itself.',
  'fix-file':
    'issue it again; a file that lies in a repository is best made when it is needed, by a script with the dates of that day',
  'fix-file-authority': 'make the authority again, issue what it signed again, and give both sides the new files',
  'seen-why': 'The certificate has expired or is not valid yet, or the clock of the one who looks is wrong.',
  'seen-fix': 'renew it; where it was just made, compare the clocks',
} as const;
