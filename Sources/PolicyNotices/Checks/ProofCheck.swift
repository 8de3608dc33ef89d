internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// An edited sentence still proves its change: it keeps the words on which the change turns.
    ///
    /// The sentence is read as the comparison reads a clause. What it claims has to be what the change claims, for the same
    /// person; figures keep their order; quoted words stand in the texts; no exception comes in that the text does not have,
    /// and no condition gets lost where something is granted. A sentence of which none of this can be read is not proven.
    static let proof = NoticeCheck(
        "notice-sentence-contradicts", "notice-sentence-unproven", "notice-figures-turned", "notice-quotation-differs",
        "notice-number-of-another-change", "notice-sentence-in-other-words",
        meaning: "An edited sentence claims what its change does, of the same person, with figures in their order.",
        example:
            "“You may still lend a lamp.” in place of “Prohibits: ‘lend a lamp’.”; “from 14 to 30 days” where it was 30 and is 14."
    ) { notice in
        guard let proof = SentenceProof(notice) else { return [] }
        return notice.written.flatMap { written -> [Finding] in
            guard let key = written.key else { return [] }
            if let meaning = key.meaning { return proof.findings(onHeading: written, of: meaning) }
            return key.changes.isEmpty ? [] : proof.findings(on: written, of: key)
        }
    }
}
