#include <intake/scan_run.h>

#include <wx/app.h>

namespace intake {

/// On the scanner's thread; hands every word to the UI thread. The pointer is read there only.
class ScanRun::Teller final : public desk::ScanProgress
{
  public:
    explicit Teller(std::shared_ptr<ScanRun*> run)
        : m_run(std::move(run))
    {}

    void bytes(std::uint64_t) override {}

    void kept(const forms::Page& page) override
    {
        wxTheApp->CallAfter([run = m_run, page] {
            if (*run != nullptr && (*run)->onKept)
                (*run)->onKept(page);
        });
    }

    void fault(scanner::ScanFault) override {}

    void end(const base::Result<desk::ScanOutcome>& outcome)
    {
        wxTheApp->CallAfter([run = m_run, outcome] {
            if (*run == nullptr)
                return;
            (*run)->m_ticket.reset();
            if ((*run)->onEnd)
                (*run)->onEnd(outcome);
        });
    }

  private:
    std::shared_ptr<ScanRun*> m_run;
};

ScanRun::ScanRun(wxWindow& owner, workbench::Bench& bench)
    : m_owner(owner)
    , m_bench(bench)
    , m_self(std::make_shared<ScanRun*>(this))
{}

ScanRun::~ScanRun()
{
    *m_self = nullptr;
}

void ScanRun::start(base::CaseId id,
                    const desk::MaterialPlace& place,
                    const scanner::ScanRequest& request,
                    std::optional<base::PageId> instead)
{
    if (m_ticket)
        return;
    m_ticket = m_bench.scanner().runNamed(
        &m_owner,
        m_bench.say("Scanning"),
        [id, place, request, instead, run = m_self](workbench::Desks& desks,
                                                    const kit::TaskControl& control) -> base::Status {
            Teller teller(run);
            // A cancelled task's result is dropped, so the end is told from here.
            teller.end(
                desks.intake.scan(id, place, *desks.scanner, request, teller, control.stopToken(), instead));
            return {};
        },
        [run = m_self](const base::Status& status) {
            if (!status && *run != nullptr) {
                (*run)->m_ticket.reset();
                (*run)->m_bench.tell(status.error());
            }
        });
}

void ScanRun::cancel()
{
    if (m_ticket)
        m_bench.scanner().tasks().cancel(*m_ticket);
}

}  // namespace intake
