export const OFFICES = ['center', 'committee', 'police'] as const
/** The places of a commune that people go to: Trung tâm Phục vụ hành chính công, UBND, Công an. */
export type OfficeKind = (typeof OFFICES)[number]
