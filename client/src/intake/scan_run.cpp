#include <intake/scan_run.h>

#include <wx/app.h>

namespace intake {

/// On the scanner's thread; hands every word to the UI thread. The pointer is read there only. However the work ends,
/// also when it was cancelled before its turn came, the end is told.
class ScanRun::Teller final : public desk::ScanProgress
{
  public:
    Teller(std::shared_ptr<ScanRun*> run, desk::ScanOrder order)
        : m_run(std::move(run))
        , m_order(std::move(order))
    {}

    ~Teller() override
    {
        wxTheApp->CallAfter([run = m_run, order = m_order, outcome = m_outcome] {
            if (*run != nullptr)
                (*run)->over(order, outcome);
        });
    }

    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;

    void bytes(std::uint64_t) override {}

    void kept(const forms::Page& page) override
    {
        wxTheApp->CallAfter([run = m_run, page] {
            if (*run != nullptr)
                (*run)->kept(page);
        });
    }

    void fault(scanner::ScanFault) override {}

    void end(base::Result<desk::ScanOutcome> outcome) { m_outcome = std::move(outcome); }

  private:
    std::shared_ptr<ScanRun*> m_run;
    desk::ScanOrder m_order;
    base::Result<desk::ScanOutcome> m_outcome =
        base::fail(base::ErrorCode::Cancelled, "The scan was cancelled.");
};

ScanRun::ScanRun(wxWindow& owner, workbench::Bench& bench, base::CaseId id)
    : m_owner(owner)
    , m_bench(bench)
    , m_case(id)
    , m_self(std::make_shared<ScanRun*>(this))
{}

ScanRun::~ScanRun()
{
    *m_self = nullptr;
}

desk::ScanOrders::Answer ScanRun::order(const desk::ScanOrder& order)
{
    const auto answer = m_orders.ask(order);
    if (answer == desk::ScanOrders::Answer::Begin)
        begin(order);
    return answer;
}

void ScanRun::begin(const desk::ScanOrder& order)
{
    // Shared by the work and what lands back, whichever goes last.
    const auto teller = std::make_shared<Teller>(m_self, order);
    m_ticket = m_bench.scanner().runNamed(
        &m_owner,
        m_bench.say("Scanning"),
        [id = m_case, order, teller](workbench::Desks& desks,
                                     const kit::TaskControl& control) -> base::Status {
            teller->end(desks.intake.scan(
                id, order.place, *desks.scanner, order.request, *teller, control.stopToken(), order.instead));
            return {};
        },
        [run = m_self](const base::Status& status) {
            if (!status && *run != nullptr)
                (*run)->m_bench.tell(status.error());
        });
}

void ScanRun::cancel()
{
    m_bench.scanner().tasks().cancel(m_ticket);
}

void ScanRun::kept(const forms::Page& page)
{
    m_orders.kept();
    if (onKept)
        onKept(page);
}

void ScanRun::over(const desk::ScanOrder& order, const base::Result<desk::ScanOutcome>& outcome)
{
    const auto end =
        outcome ? outcome->end : scanner::BatchEnd{scanner::EndReason::Cancelled, 0, std::nullopt};
    if (const auto next = m_orders.over(end))
        begin(*next);
    if (onEnd)
        onEnd(order, outcome);
}

}  // namespace intake
