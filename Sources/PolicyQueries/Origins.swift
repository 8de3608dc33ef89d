import PolicyDiff
import PolicyModel

/// Which version brought each net change: the earliest from which on it is there without a break.
///
/// Most changes are there where their new wording stands and their old one does not: that is looked up in the texts. Only
/// where wordings do not tell (a rename in many places, a move, a rule) each version is compared with the first one.
struct Origins {
    private var worded: [String: (before: [Substring], after: [Substring])] = [:]
    private var compared: Set<String> = []
    private var labels: [String: String] = [:]

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
    init(_ changes: [Change], from old: Set<String>, in wordings: Set<String>, steps: Int) {
        for change in changes {
            let before = change.before?.text.split(separator: "\n") ?? []
            let after = change.after?.text.split(separator: "\n") ?? []
            let isTold =
                change.rule == nil && !Self.byWords.contains(change.kind) && before != after
                && before.allSatisfy { old.contains(String($0)) }
                && after.allSatisfy { wordings.contains(String($0)) }
                && before.allSatisfy { after.contains($0) || !wordings.contains(String($0)) }
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

    /// Notes the label of a step for all changes that are there from it on.
    mutating func settle(_ label: String) {
        for id in worded.keys { labels[id] = label }
        for id in compared { labels[id] = label }
    }

    /// Keeps open the changes whose new wording stands in a step and whose old one does not.
    mutating func keepWorded(in wordings: Set<String>) {
        worded = worded.filter { _, words in
            words.after.allSatisfy { wordings.contains(String($0)) }
                && words.before.allSatisfy { !wordings.contains(String($0)) }
                && !wordings.isEmpty
        }
    }

    /// Keeps open the changes that are among those of a step.
    mutating func keepCompared(in changes: [Change]) { compared.formIntersection(changes.map(\.id)) }

    /// The label of the version that brought a change.
    func label(of change: Change) -> String? { labels[change.id] }
}
