import { refusedCertificate } from '../../../text/refused-certificate.ts';

export default refusedCertificate('weak');
