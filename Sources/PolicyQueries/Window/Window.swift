import PolicyModel

/// The stretch of time that a question is about.
struct Window: Sendable {
    /// What counts as known before.
    let since: Cut
    /// What counts at its end.
    let until: Cut
    let axis: Axis
    let knownAt: When?
}
