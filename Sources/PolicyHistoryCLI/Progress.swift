import Dispatch
import Synchronization

/// Tells on a terminal that long work goes on; gone without a trace when it is done.
///
/// It says how long, not how much is left: how many commits there are is known only once all of them are read.
final class Progress: Sendable {
    private enum Phase { case quiet, showing, done }

    private static let patience = DispatchTimeInterval.milliseconds(1_500)
    private let phase = Mutex(Phase.quiet)
    private let columns: Int

    /// Starts to wait; the first sign is shown after a moment, so that short work shows none.
    init(columns: Int?) {
        self.columns = columns ?? 80
        let start = DispatchTime.now()
        DispatchQueue.global().asyncAfter(deadline: start + Self.patience) { [weak self] in self?.tick(start) }
    }

    /// Ends it and clears its line.
    func end() {
        phase.withLock { phase in
            if case .showing = phase { _ = Platform.write("\r\u{1B}[K", to: 2) }
            phase = .done
        }
    }

    private func tick(_ start: DispatchTime) {
        let seconds = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000_000
        let goesOn = phase.withLock { phase in
            if case .done = phase { return false }
            phase = .showing
            _ = Platform.write("\r\u{1B}[K" + "Reading the history … \(seconds) s".prefix(columns - 1), to: 2)
            return true
        }
        guard goesOn else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in self?.tick(start) }
    }
}
