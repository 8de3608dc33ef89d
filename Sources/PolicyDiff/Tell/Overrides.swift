internal import PolicyModel

/// The publisher's word on significance.
enum Overrides {
    /// Gives a change the significance that the settings name for it, or for its kind; the word on one change counts more.
    static func apply(_ overrides: [SignificanceOverride], to draft: inout Draft) {
        guard !overrides.isEmpty else { return }
        let id = ChangeID.hash(of: draft)
        let word =
            overrides.last { $0.target == .change(id) } ?? overrides.last { $0.target == .kind(draft.kind.id) }
        guard let word, word.significance != draft.significance else { return }
        draft.reason += "; set to \(word.significance.rawValue) by the publisher: \(word.reason)"
        draft.significance = word.significance
    }
}
