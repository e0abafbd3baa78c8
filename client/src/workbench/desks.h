#pragma once

#include <workbench/surroundings.h>

#include <desk/audit_desk.h>
#include <desk/guide_desk.h>
#include <desk/inbox_desk.h>
#include <desk/intake_desk.h>
#include <desk/outbox_desk.h>
#include <desk/review_desk.h>
#include <offline/sign_in.h>
#include <offline/workplace.h>
#include <scanner/scan_source.h>

#include <memory>

namespace workbench {

/// Every desk over one workplace: what one thread works with.
class Desks
{
  public:
    [[nodiscard]] static base::Result<std::unique_ptr<Desks>> open(const Surroundings& surroundings);

    offline::Workplace workplace;
    offline::SignIn signIn;
    desk::IntakeDesk intake;
    desk::GuideDesk guides;
    desk::OutboxDesk outbox;
    desk::InboxDesk inbox;
    desk::ReviewDesk review;
    desk::AuditDesk audit;
    std::unique_ptr<scanner::ScanSource> scanner;

    /// Exemptions hang on whether the back office can be asked now.
    void setLine(desk::Line line) { intake.setLine(line); }

  private:
    Desks(offline::Workplace opened, const Surroundings& surroundings);
};

}  // namespace workbench
