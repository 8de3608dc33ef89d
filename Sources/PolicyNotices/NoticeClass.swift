package import PolicyDiff
package import PolicyModel

extension NoticeClass {
    /// Returns the class of a set of changes: what they are for the reader, where in doubt the harder.
    package init(of changes: [Change]) {
        let directions = Set(changes.filter { $0.significance > .editorial }.map(\.direction))
        if directions.isEmpty {
            self = .editorial
        } else if directions == [.neutral] {
            self = .clarification
        } else if directions.contains(.stricter) {
            self = directions.contains(.looser) ? .mixed : .adverse
        } else if directions.contains(.unclear) {
            self = .mixed
        } else {
            self = .favourable
        }
    }
}

/// The class of a notice: computed from the changes, and as people state it.
package struct Classification: Hashable, Sendable {
    /// What the changes make of it.
    package let computed: NoticeClass
    /// What people make of it; nil where they leave it at that.
    package let stated: NoticeClass?
    /// What people say beside the class, sorted.
    package let qualities: [NoticeQuality]
    /// Why they say so.
    package let reason: String?

    /// Makes a classification.
    package init(
        computed: NoticeClass, stated: NoticeClass? = nil, qualities: [NoticeQuality] = [], reason: String? = nil
    ) {
        self.computed = computed
        self.stated = stated
        self.qualities = qualities
        self.reason = reason
    }

    /// What the notice is told as.
    package var value: NoticeClass { stated ?? computed }
    /// Whether people call it kinder than the changes are.
    package var isTooKind: Bool { value < computed }
}
