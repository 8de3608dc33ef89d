package import PolicyModel

/// Returns what differs between two versions: align, detect, classify, and tell each change once, most important first.
///
/// The same input gives the same answer on every machine. The cost grows close to linearly with the size of both texts.
///
/// - Parameters:
///   - old: the earlier version's text and rules.
///   - new: the later version's text and rules.
///   - options: the language where it is known, and the publisher's overrides.
package func compare(
    _ old: PolicyContent, _ new: PolicyContent, options: ComparisonOptions = ComparisonOptions()
) -> Comparison {
    let telling = PairTelling.make(old, new, options)
    return Comparison(changes: PairTelling.told(telling.drafts, options), findings: telling.findings)
}

/// Returns what became of each part of a text between two versions: where it came from, and what was done to it.
///
/// It takes the same work as `compare`, and finds the same: the changes of all parts together are those of the comparison.
///
/// - Parameters:
///   - old: the earlier version's text and rules.
///   - new: the later version's text and rules.
///   - options: the language where it is known, and the publisher's overrides.
package func trace(
    _ old: PolicyContent, _ new: PolicyContent, options: ComparisonOptions = ComparisonOptions()
) -> Trace {
    Trace(PairTelling.make(old, new, options), old, new, options)
}
