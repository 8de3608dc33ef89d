// What differs between records of one version.

internal import PolicyModel

extension ChangeKind {
    /// A version that had no effective date got one.
    static let effectiveDateSet = ChangeKind(
        "effective-date-set", "A version that had no effective date got one.",
        when: "records of one label: the effective date was unknown and is known", .material,
        mirror: .none("a date once announced is postponed or advanced, never unset"),
        examples: [
            .init("effective: unknown", "effective: 2026-06-01")
        ])

    /// A version takes effect later than announced.
    static let effectiveDatePostponed = ChangeKind(
        "effective-date-postponed", "A version takes effect later than announced.",
        when: "records of one label: the effective date lies later", .material,
        mirror: .kind("effective-date-advanced"),
        examples: [
            .init("effective: 2026-04-06", "effective: 2026-06-01")
        ])

    /// A version takes effect sooner than announced.
    static let effectiveDateAdvanced = ChangeKind(
        "effective-date-advanced", "A version takes effect sooner than announced.",
        when: "records of one label: the effective date lies earlier", .material,
        mirror: .kind("effective-date-postponed"),
        examples: [
            .init("effective: 2026-06-01", "effective: 2026-04-06")
        ])

    /// A version was taken back.
    static let versionWithdrawn = ChangeKind(
        "version-withdrawn", "A version was taken back.",
        when: "the latest record of a label states that it is withdrawn", .material,
        mirror: .none("what was taken back is recorded again under a label of its own"),
        examples: [
            .init("version 3.0", "status: withdrawn")
        ])

    /// A version was recorded again with other text or rules.
    static let correction = ChangeKind(
        "correction", "A version was recorded again with other text or rules.",
        when: "records of one label: text or rules differ", .material,
        mirror: .itself,
        examples: [
            .init("5 times a day", "5 times a week")
        ])
}
