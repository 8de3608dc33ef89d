internal import PolicyDiff
internal import PolicyModel

/// The points of several versions with each version's reason told once: at its point where it has one only, else for all together.
struct ReasonsOnce {
    /// The points, without the reasons that several of them share.
    let groups: [PointGroup]
    /// The shared reasons, each with its version, in the order of the versions; nil where there is none.
    let shared: String?

    init(_ groups: [PointGroup], of versions: [Version], _ phrasing: Phrasing) {
        func label(_ point: NoticePoint) -> String? {
            point.why == nil ? nil : point.changes.lazy.compactMap(\.introducedIn).first
        }
        var counts: [String: Int] = [:]
        for point in groups.flatMap(\.points) {
            if let label = label(point) { counts[label, default: 0] += 1 }
        }
        func isShared(_ label: String?) -> Bool { label.flatMap { counts[$0] }.map { $0 > 1 } ?? false }
        self.groups = groups.map { group in
            PointGroup(
                meaning: group.meaning, title: group.title,
                points: group.points.map { isShared(label($0)) ? $0.withoutReason : $0 })
        }
        var told: Set<String> = []
        let sentences = versions.compactMap { version -> String? in
            guard isShared(version.label), told.insert(version.label).inserted, let reason = version.reason else {
                return nil
            }
            return phrasing.catalogue.text(
                "sentences/why-version", ["label": version.label, "reason": phrasing.reason(reason)])
        }
        self.shared = sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension NoticePoint {
    /// The point without a reason of its own.
    fileprivate var withoutReason: NoticePoint {
        NoticePoint(
            changes: changes, text: text, markdown: markdown, generated: generated, short: short, place: place,
            anchor: anchor,
            direction: direction, quotations: quotations)
    }
}
