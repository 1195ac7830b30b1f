// Signing processes within the bank and with its suppliers, from which examples are taken. Nobody in them exists.
import type { Person, Process } from '../example.ts';
import { mailbox, pdf } from './props.ts';

const priya: Person = {
  id: '90412',
  externalId: 'CAND-5521',
  name: 'Priya Raghunathan',
  email: mailbox('priya.raghunathan'),
  role: 'employee',
};

const mateo: Person = {
  id: '90413',
  externalId: 'EMP-0077',
  name: 'Mateo Quispe Huamán',
  email: mailbox('mateo.quispe'),
  role: 'HR manager',
};

/** A permanent job: the employee, then the personnel department. */
export const hire = {
  envelope: {
    id: 'envelope_xgrlmvbdqkzhtcow',
    externalId: 'HR-CAND-5521',
    title: 'Employment contract: Data Analyst, Priya Raghunathan',
  },
  routing: {
    requestFrom: ['HRPortal'],
    department: 'HR',
    businessUnit: 'Shared Services',
    company: 'XYZ Bank Services Ltd',
    template: 'Employment contract, permanent',
    trigger: 'page',
    appId: null,
  },
  priya,
  mateo,
  documents: {
    contract: pdf(
      'doc_71822',
      'Employment contract.pdf',
      178_240,
      9,
      '1e52a25039bc822f64fea0563916fbbb2afb96c5904d11efea46726f72f47b6a',
    ),
    benefits: pdf(
      'doc_71823',
      'Benefits at XYZ Bank.pdf',
      1_204_551,
      22,
      '23a85c8b81d36eecd4329b31503a3cabf547cb2fde68bdbb617831314cf7e93e',
    ),
  },
} as const satisfies Process & Record<string, unknown>;

const yael: Person = {
  id: '69d7a46e892a9e58adf581df',
  externalId: 'EMP-1190',
  name: 'Yael Ben-David',
  email: mailbox('yael.ben-david'),
  role: 'declarant',
};

const lars: Person = {
  id: '6938046a8789d12e52e79ea5',
  externalId: 'EMP-0256',
  name: 'Lars Østergård',
  email: mailbox('lars.ostergard'),
  role: 'compliance officer',
};

/** A yearly declaration that everybody who works in trading signs, with proof. */
export const declaration = {
  envelope: {
    id: '696e09c24ca4fca5b8f3bf2e',
    externalId: 'COI-2026-0731',
    title: 'Conflict of interest declaration 2026: Yael Ben-David',
  },
  routing: {
    requestFrom: ['ComplianceAudit'],
    department: 'Compliance',
    businessUnit: 'Group Compliance',
    company: 'XYZ Bank plc',
    template: 'Conflict of interest declaration',
    trigger: 'integration',
    appId: 'app_compliance_suite',
  },
  yael,
  lars,
  document: pdf(
    '69731a2cf4631ad31fdb6d4e',
    'Conflict of interest declaration 2026.pdf',
    121_930,
    4,
    '22500271e6ad92b27e4abc5fcb8744c9a377e9faf04165e021a41ab7376da84c',
  ),
} as const satisfies Process & Record<string, unknown>;

const leilani: Person = {
  id: '4c422f01fd0eab91e47268ffc620f67a',
  externalId: 'SUP-4471',
  name: 'Leilani Kamaka',
  email: 'leilani@example.org',
  role: 'supplier',
};

const wanjiru: Person = {
  id: '70c77345e4d18e0c77e245e1b30bb9c2',
  externalId: 'EMP-0318',
  name: 'Wanjiru Kamau',
  email: mailbox('wanjiru.kamau'),
  role: 'legal counsel',
};

/** A secret kept between two companies. */
export const nda = {
  envelope: {
    id: '7fc7adea119876582bb3daa85d2a1edfe622893d',
    externalId: null,
    title: 'Mutual non-disclosure agreement: Kamaka Analytics',
  },
  routing: {
    requestFrom: ['Procurement'],
    department: 'Legal',
    businessUnit: 'Group Procurement',
    company: 'XYZ Bank plc',
    template: null,
    trigger: 'page',
    appId: null,
  },
  leilani,
  wanjiru,
  document: pdf(
    'bc7ce5157fa7e9ce0f2a3c4a2531a2faca162323',
    'Mutual NDA.pdf',
    88_731,
    5,
    '50649d197d5b707be2bc6abe24d4fa0427cd16db0861322bf231405b9a336c03',
  ),
} as const satisfies Process & Record<string, unknown>;
