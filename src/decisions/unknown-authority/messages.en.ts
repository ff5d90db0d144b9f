export const en = {
  title: 'A certificate was refused: `signed by unknown authority`',
  'which-authority': 'Whom does the line "chain" of a probe name as the authority?',
  private: 'an authority of your own, the server itself, or a public one while an intermediate is not sent',
  public: 'a public authority, with all intermediates: the machine or image of the client has no root certificates',
  'by-server': 'the server says it of the certificate of the client (the line stands in the log of the server)',
} as const;
