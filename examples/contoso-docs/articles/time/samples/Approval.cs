using Contoso.Projects;

public static class Approval
{
    // <approve>
    public static void Approve(TimeEntry entry, string approver)
    {
        if (entry.Owner == approver) return;
        entry.Status = Status.Approved;
        entry.Project.AddCosts(entry.Hours);
    }
    // </approve>
}
