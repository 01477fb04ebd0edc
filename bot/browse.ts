/** Fields that people look for together (nhóm lĩnh vực). */
export interface BrowseGroup {
  /** At most 22 characters. */
  label: string
  /** Names of fields, as entries have them. */
  fields: readonly string[]
  /** Identifiers of entries that stand first. */
  mostAsked: readonly string[]
}

/** What can be looked through without asking (danh mục), as the content lists it; entries that are gone are passed over. */
export interface Browse {
  /** Identifiers of the entries that most people ask for. */
  mostAsked: readonly string[]
  groups: readonly BrowseGroup[]
  /** Identifiers of the guides to events in a life (việc trong đời). */
  lifeEvents: readonly string[]
}

/** Nothing to look through. */
export const EMPTY_BROWSE: Browse = { mostAsked: [], groups: [], lifeEvents: [] }
