import PolicyDiff
import PolicyModel
package import PolicyQueries

extension TextForm {
    /// Returns what `diff`, `compare`, `status` and `commit` print: the changes between two versions or texts.
    ///
    /// - Parameters:
    ///   - difference: the changes.
    ///   - heading: what is compared, where that stands neither in the policy's name nor in the versions.
    ///   - options: how it is printed.
    package static func difference(
        _ difference: Difference, heading: String? = nil, options: RenderingOptions = .init()
    ) -> String {
        var page = Page(options)
        if let heading { page.add(StyledText(heading, .strong)) }
        if let policy = difference.policy { page.add(title(policy)) }
        if let from = difference.from, let to = difference.to {
            page.add(StyledText("\(from.label) → \(to.label), \(Wording.standing(to))"))
        }
        page.add(StyledText(Wording.sum(difference.comparison)))
        if let digest = ComparisonDigest(difference.comparison.changes) { page.add(digest) }
        let versions = [difference.from, difference.to].compactMap { $0 }
        page.add(
            changes: difference.comparison.changes,
            in: ChangeContext(versions: versions, policy: difference.policy))
        return page.text
    }
}
