internal import PolicyDiff

/// Where a sentence leaves the reader in some matter: what may, must or must not be done, and what the publisher promises.
enum Stand: String, Hashable, Sendable, CaseIterable {
    case forbidden, required, allowed, free, promised, unpromised, reserved, released

    /// Returns where a modality leaves the reader, by whom it binds; nil where it says nothing of that.
    init?(_ modality: Modality, of party: SentenceReading.Party) {
        switch (party, modality) {
        case (.thirdParty, _), (_, .none): return nil
        case (.publisher, .will), (.publisher, .must), (.publisher, .mustNot): self = .promised
        case (.publisher, .may), (.publisher, .needNot): self = .reserved
        case (_, .mustNot): self = .forbidden
        case (_, .must), (.reader, .will): self = .required
        case (_, .may): self = .allowed
        case (_, .needNot): self = .free
        case (.nobody, .will): return nil
        }
    }

    /// Where it leaves the reader once it no longer holds.
    var ended: Stand {
        switch self {
        case .forbidden: .allowed
        case .required: .free
        case .allowed: .forbidden
        case .free: .required
        case .promised: .unpromised
        case .unpromised: .promised
        case .reserved: .released
        case .released: .reserved
        }
    }

    /// Whether a reader likes to hear it.
    var isKind: Bool {
        switch self {
        case .allowed, .free, .promised, .released: true
        case .forbidden, .required, .unpromised, .reserved: false
        }
    }

    /// The stands that a heading is about.
    static func expected(under meaning: Meaning) -> Set<Stand> {
        switch meaning {
        case .mayNoLonger: [.forbidden]
        case .mustNow: [.required]
        case .mayNow: [.allowed, .free]
        case .noLongerHaveTo: [.free, .allowed]
        case .wePromise: [.promised]
        case .weNoLongerPromise: [.unpromised, .reserved]
        case .alsoChanged, .wordingOnly: []
        }
    }

    /// What it says, for the writer of a notice.
    var words: String {
        switch self {
        case .forbidden: "something is forbidden"
        case .required: "something has to be done"
        case .allowed: "something is allowed"
        case .free: "something need not be done"
        case .promised: "you promise something"
        case .unpromised: "a promise no longer holds"
        case .reserved: "you may do something"
        case .released: "you may no longer do something"
        }
    }
}
