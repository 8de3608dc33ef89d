internal import PolicyDiff
internal import PolicyModel

/// Where the clauses and rules of a text leave the reader.
struct TextStands {
    private struct Clause {
        let stands: Set<Stand>
        let topic: [String]
    }

    private let clauses: [Clause]

    init(_ content: PolicyContent, _ reader: SentenceReader) {
        var clauses = content.document.clauses.map { clause in
            let readings = reader.readings(of: clause.text)
            return Clause(
                stands: Set(readings.compactMap { Stand($0.modality, of: $0.party) }),
                topic: readings.flatMap(\.topic))
        }
        for rule in content.rules?.rules ?? [] {
            let isPublishers = rule.assignee == "publisher"
            let stand: Stand =
                switch rule.type {
                case .prohibition: isPublishers ? .promised : .forbidden
                case .duty: isPublishers ? .promised : .required
                case .permission: isPublishers ? .reserved : .allowed
                }
            clauses.append(
                Clause(stands: [stand], topic: reader.readings(of: rule.action).flatMap(\.topic)))
        }
        self.clauses = clauses
    }

    /// Whether a clause says of the same matter what a claim says; the item of a list, bound by its lead-in, supports any claim.
    func supports(_ claim: Claim) -> Bool {
        clauses.contains { clause in
            (clause.stands.isEmpty || clause.stands.contains(claim.stand))
                && TopicWords.share(of: claim.topic, in: clause.topic) >= (clause.stands.isEmpty ? 0.75 : 0.5)
                && !claim.topic.isEmpty
        }
    }

    /// Whether a clause says the contrary of the same matter.
    func denies(_ claim: Claim, _ opposites: Set<Stand>) -> Bool {
        !claim.topic.isEmpty
            && clauses.contains { clause in
                !clause.stands.isDisjoint(with: opposites) && TopicWords.share(of: claim.topic, in: clause.topic) >= 0.5
            }
    }
}
