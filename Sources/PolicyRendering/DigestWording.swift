import PolicyDiff
import PolicyModel

/// The rows of the digest that stands above a long list of changes.
enum DigestWording {
    /// One row: a section, how many changes it has, which way they go, and what most of them are.
    struct Row: Hashable {
        let section: String
        let count: Int
        let directions: String
        let kinds: String
    }

    /// How many sections are told; the rest is one row.
    private static let mostRows = 16
    /// How many kinds are named.
    private static let mostKinds = 3
    /// How much of a heading is shown.
    private static let headingLength = 48

    /// What stands above the rows.
    static let title = "By section"

    /// Returns the rows of a digest, in the order of the text: those of the sections with most changes, and one for the rest.
    static func rows(_ digest: ComparisonDigest) -> [Row] {
        let most = digest.parts.indices.sorted {
            (digest.parts[$1].count, $0) < (digest.parts[$0].count, $1)
        }.prefix(digest.parts.count > mostRows ? mostRows - 1 : mostRows)
        var rows = most.sorted().map { row(digest.parts[$0]) }
        let rest = digest.parts.count - rows.count
        if rest > 0 {
            let left = digest.parts.reduce(0) { $0 + $1.count } - rows.reduce(0) { $0 + $1.count }
            rows.append(
                Row(
                    section: "\(Wording.counted(rest, "other section", "other sections"))", count: left, directions: "",
                    kinds: ""))
        }
        return rows
    }

    private static func row(_ part: ComparisonDigest.Part) -> Row {
        let directions = Direction.allCases.compactMap { direction in
            part.directions[direction].map { "\(direction.sign)\u{A0}\($0)" }
        }
        let kinds = part.kinds.prefix(mostKinds).map { "\($0.kind)\u{A0}\($0.count)" }
        return Row(
            section: part.section.isEmpty ? "(no heading)" : short(part.section), count: part.count,
            directions: directions.joined(separator: " "),
            kinds: kinds.joined(separator: ", ") + (part.kinds.count > mostKinds ? ", …" : ""))
    }

    private static func short(_ heading: String) -> String {
        heading.count > headingLength ? heading.prefix(headingLength - 1) + "…" : heading
    }
}
