internal import PolicyModel

/// What a long comparison comes to: how many changes each section has, which way they go, and of which kinds they are.
///
/// A rewritten text has hundreds of changes; whoever reads them one by one should first know where they are.
package struct ComparisonDigest: Hashable, Sendable {
    /// The substantive changes of one section.
    package struct Part: Hashable, Sendable {
        /// The heading of the section; empty for what stands in none.
        package let section: String
        /// How many changes go which way.
        package private(set) var directions: [Direction: Int] = [:]
        /// The kinds with the most changes first, and how many each has.
        package private(set) var kinds: [Tally] = []
        fileprivate var line = Int.max

        /// How many changes there are.
        package var count: Int { directions.values.reduce(0, +) }

        fileprivate init(_ section: String) { self.section = section }

        fileprivate mutating func count(_ change: Change) {
            directions[change.direction, default: 0] += 1
            if let index = kinds.firstIndex(where: { $0.kind == change.kind }) {
                kinds[index].count += 1
            } else {
                kinds.append(Tally(kind: change.kind, count: 1))
            }
            line = min(line, (change.after ?? change.before)?.lines.first ?? .max)
        }

        fileprivate mutating func sort() { kinds.sort { ($1.count, $0.kind) < ($0.count, $1.kind) } }
    }

    /// How many changes are of a kind.
    package struct Tally: Hashable, Sendable {
        package let kind: String
        package fileprivate(set) var count: Int
    }

    /// The sections with changes, in the order of the text.
    package let parts: [Part]

    /// Fewer substantive changes are read one by one.
    package static let leastChanges = 25

    /// Counts the substantive changes of a comparison by section; nil where they are few, or stand in one section.
    ///
    /// A heading above all of them, such as the title, parts nothing and is left out.
    package init?(_ changes: [Change]) {
        let told = changes.filter { $0.significance > .editorial }
        guard told.count >= Self.leastChanges else { return nil }
        let title = told.compactMap(\.section.first).first
        let isCommon = title != nil && told.allSatisfy { $0.section.isEmpty || $0.section.first == title }
        var parts: [Part] = []
        var places: [String: Int] = [:]
        for change in told {
            let path = isCommon ? change.section.dropFirst() : change.section[...]
            let section = path.first ?? ""
            let place = places[section] ?? parts.count
            if place == parts.count {
                places[section] = place
                parts.append(Part(section))
            }
            parts[place].count(change)
        }
        guard parts.count > 1 else { return nil }
        for index in parts.indices { parts[index].sort() }
        self.parts = parts.sorted { ($0.line, $0.section) < ($1.line, $1.section) }
    }
}
