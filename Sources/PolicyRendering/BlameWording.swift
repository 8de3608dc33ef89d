import PolicyModel
import PolicyQueries

/// The sentences about since when a part stands, for the text and the Markdown form.
enum BlameWording {
    /// Which version is told, and how many parts it has.
    static func head(_ blame: Blame) -> String {
        let clauses = blame.parts.count { !$0.isHeading }
        let counts = [
            Wording.counted(clauses, "clause", "clauses"),
            blame.rules.isEmpty ? nil : Wording.counted(blame.rules.count, "rule", "rules"),
        ].compactMap { $0 }
        return "\(blame.version.label), \(Wording.standing(blame.version)) · " + counts.joined(separator: ", ")
    }

    /// That the records do not reach further back; nil where no part is as old as they are.
    static func bound(_ blame: Blame) -> String? {
        guard (blame.parts + blame.rules).contains(where: { $0.since == blame.first }) else { return nil }
        if let day = blame.endedBefore {
            return "It had ended on \(day) and began anew with \(blame.first.label): what stood before is not followed."
        }
        return "The history starts with \(blame.first.label): what stands since then may be older."
    }

    /// What one wording changed: "brought it", "reworded", "changed".
    static func event(_ wording: Blame.Wording) -> String {
        switch wording.significance {
        case nil: "new"
        case .editorial?: "wording only"
        case .minor?: "changed, minor"
        case .material?: "changed"
        }
    }
}
