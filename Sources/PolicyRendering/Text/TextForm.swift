package import PolicyQueries

/// The form that people read on a terminal: short, most important first, without anything that a terminal would act on.
package enum TextForm {
    /// Returns what `since` prints.
    package static func since(_ answer: SinceAnswer, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `diff` and `compare` print.
    package static func difference(_ difference: Difference, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `log` prints.
    package static func log(_ log: VersionLog, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `show` prints.
    package static func shown(_ shown: ShownVersion, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `policies` prints.
    package static func policies(_ list: PolicyList, options: RenderingOptions = .init()) -> String { "" }
}
