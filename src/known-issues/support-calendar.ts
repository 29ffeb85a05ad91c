/** Days or months, as published: a month means until its last day. */
export type SupportRow = {
  readonly minor: string
  readonly generallyAvailable: string
  readonly communityEnd: string
  readonly longTermEnd: string
  /** Announced, and not yet confirmed when the calendar was read. */
  readonly planned?: true
}

export const supportCalendarSource = {
  title: 'Supported Kubernetes versions in Azure Kubernetes Service (AKS), release calendar',
  url: 'https://learn.microsoft.com/azure/aks/supported-kubernetes-versions',
  /** `ms.date` of the page that was read. */
  date: '2026-08-05'
} as const

/** Ascending, without gaps. */
export const supportCalendar = [
  {
    minor: '1.29',
    generallyAvailable: '2024-03',
    communityEnd: '2025-03',
    longTermEnd: '2026-04'
  },
  {
    minor: '1.30',
    generallyAvailable: '2024-07',
    communityEnd: '2025-08-22',
    longTermEnd: '2026-07'
  },
  {
    minor: '1.31',
    generallyAvailable: '2024-11',
    communityEnd: '2025-11-01',
    longTermEnd: '2026-11'
  },
  {
    minor: '1.32',
    generallyAvailable: '2025-04',
    communityEnd: '2026-03',
    longTermEnd: '2027-03'
  },
  {
    minor: '1.33',
    generallyAvailable: '2025-06',
    communityEnd: '2026-07',
    longTermEnd: '2027-07'
  },
  {
    minor: '1.34',
    generallyAvailable: '2025-11',
    communityEnd: '2026-11',
    longTermEnd: '2027-11'
  },
  {
    minor: '1.35',
    generallyAvailable: '2026-03',
    communityEnd: '2027-03',
    longTermEnd: '2028-03'
  },
  {
    minor: '1.36',
    generallyAvailable: '2026-06',
    communityEnd: '2027-06',
    longTermEnd: '2028-06'
  },
  {
    minor: '1.37',
    generallyAvailable: '2026-10',
    communityEnd: '2027-10',
    longTermEnd: '2028-10',
    planned: true
  }
] as const satisfies readonly SupportRow[]

/** The first minor that AKS supports for a long term (same page, "LTS versions"). */
export const firstLongTermMinor = '1.27'
