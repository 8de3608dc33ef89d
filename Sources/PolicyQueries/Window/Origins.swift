import PolicyDiff
import PolicyModel

/// Which version brought each net change: the earliest from which on it is there without a break.
///
/// Most changes are there where their new wording stands and their old one does not: that is looked up in the texts. Only
/// where wordings do not tell (a rename in many places, a move, a rule) each version is compared with the first one.
struct Origins {
    private var worded: [String: (before: [Substring], after: [Substring])] = [:]
    private var compared: Set<String> = []
    private var steps: [String: Int] = [:]

    /// Kinds that are the words replaced, wherever they stand: no one wording tells them.
    private static let byWords: Set<String> = ["party-renamed", "contact-changed"]
    /// Up to how many steps the origin of a mere move or of markup is looked for; beyond, it stays untold.
    private static let comparedSteps = 40

    /// Sorts the changes by how their origin is told.
    ///
    /// - Parameters:
    ///   - changes: the net changes.
    ///   - old: the wordings of the version that the changes lead from.
    ///   - wordings: the wordings of the version that they lead to.
    ///   - steps: how many versions lie in the window.
    init(_ changes: [Change], from old: Wordings, in wordings: Wordings, steps: Int) {
        for change in changes {
            let before = change.before?.text.split(separator: "\n") ?? []
            let after = change.after?.text.split(separator: "\n") ?? []
            let isTold =
                change.rule == nil && !Self.byWords.contains(change.kind) && before != after
                && before.allSatisfy { old.contains($0) }
                && after.allSatisfy { wordings.contains($0) }
                && before.allSatisfy { after.contains($0) || !wordings.contains($0) }
            if isTold {
                worded[change.id] = (before.filter { !after.contains($0) }, after)
            } else if change.significance > .editorial || steps <= Self.comparedSteps {
                compared.insert(change.id)
            }
        }
    }

    var isSettled: Bool { worded.isEmpty && compared.isEmpty }
    var needsWordings: Bool { !worded.isEmpty }
    var needsComparison: Bool { !compared.isEmpty }

    /// Notes the number of a step for all changes that are there from it on.
    mutating func settle(_ step: Int) {
        for id in worded.keys { steps[id] = step }
        for id in compared { steps[id] = step }
    }

    /// Keeps open the changes whose new wording stands in a step and whose old one does not.
    mutating func keepWorded(in wordings: Wordings) {
        worded = worded.filter { _, words in
            words.after.allSatisfy { wordings.contains($0) }
                && words.before.allSatisfy { !wordings.contains($0) }
                && !wordings.isEmpty
        }
    }

    /// Keeps open the changes that are among those of a step.
    mutating func keepCompared(in changes: [Change]) { compared.formIntersection(changes.map(\.id)) }

    /// The number of the step that brought a change.
    func step(of change: Change) -> Int? { steps[change.id] }
}
