import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyRendering
import PolicyStore

/// The status that the command leaves with; the numbers from 64 are those of `sysexits.h`.
enum ExitStatus: Int32, Hashable {
    /// The question was answered.
    case success = 0
    /// `--exit-code` or `--fail-on` found what they look for.
    case found = 1
    /// The arguments do not fit together or cannot be read.
    case usage = 64
    /// What was read is not what it should be.
    case badData = 65
    /// What was named does not exist.
    case notFound = 66
    /// Reading or writing failed.
    case inputOutput = 74
}

/// What is said of an error, and the status it leads to: the one place that decides exit codes.
struct Failure: Hashable {
    let status: ExitStatus
    let message: String
    let hint: String?

    private init(_ status: ExitStatus, _ message: String, _ hint: String?) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// Tells an error of one of the rooms; nil for the errors of ArgumentParser, which speaks for itself.
    init?(_ error: any Error) {
        switch error {
        case let error as CommandFailure: self.init(Self.status(of: error.code), error.message, error.hint)
        case let error as QueryError: self.init(Self.status(of: error.code), error.message, error.hint)
        case let error as StoreError: self.init(Self.status(of: error.code), error.message, error.hint)
        case let error as TemplateError: self.init(.badData, error.message, error.hint)
        case let error as NoticeError: self.init(.usage, error.message, error.hint)
        case let error as ParsingError: self.init(.badData, error.message, error.hint)
        default: return nil
        }
    }

    private static func status(of code: QueryError.Code) -> ExitStatus {
        switch code {
        case .unreadableDate, .reversed, .nothingToSearch: .usage
        case .unknownPolicy, .unknownVersion, .unknownPart, .noVersion: .notFound
        }
    }

    private static func status(of code: StoreError.Code) -> ExitStatus {
        switch code {
        case .notFound: .notFound
        case .badData: .badData
        case .usage: .usage
        case .io: .inputOutput
        }
    }

    private static func status(of code: CommandFailure.Code) -> ExitStatus {
        switch code {
        case .usage: .usage
        case .badData: .badData
        case .notFound: .notFound
        case .inputOutput: .inputOutput
        }
    }
}
