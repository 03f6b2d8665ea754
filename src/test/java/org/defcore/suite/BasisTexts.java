package org.defcore.suite;

/** The words around what is made of data in the pages about what tests rest on. */
final class BasisTexts {

  static final String NOT_YET = "Not corrected yet.";

  static final String TABLE_HEAD =
      """
      # What the tests of 2020.06 rest on

      Is OpenStack an API, or a way of running Linux in virtual machines? Each test takes a side without
      saying so. This table says it for every test of guideline 2020.06, so that it can be argued about,
      test by test:

      - **api-contract**: calls and answers alone; any implementation of the API can pass;
      - **instance-lifecycle**: as well, that an instance of whatever kind comes up and goes away;
      - **guest-access**: that somebody can log in to the instance;
      - **implementation**: one way of building the service, such as a hypervisor, a back end, a
        middleware or a wording.

      | basis | tests |
      |---|---|
      %s
      *Taken for granted* are operations and kinds of compute that a cloud can declare not to have. *Corrected
      by* names a test of the same capability that needs only the API contract, and what is true of a
      cloud if it passes. Where there is none, it says why.

      The facts are in the YAML files of this folder: who disagrees changes them there. Made by
      `mvn test -Dtest=BasisPagesTest -Dgolden.update`; `mvn verify` fails if it differs.

      | test | basis | why | takes for granted | corrected by |
      |---|---|---|---|---|
      """;

  static final String RGW_HEAD =
      """

      ## Object stores that are Ceph's gateway

      Ceph's object gateway, RGW, answers the API in the place of Swift. These tests it does not pass, or
      only as it is set up; of the others nothing is known against it. The facts are read, not measured:
      in its documentation, its code and its own runs of Tempest, in the repository `ceph/ceph`.

      | test | on RGW |
      |---|---|
      """;

  static final String DRAFT_HEAD =
      """
      # Guideline 2026.11, a draft

      It asks for what 2020.06 asks for: the same components, the same capabilities, the same statuses,
      the same scores. Only some tests differ. Those that demand a virtual machine with a Linux inside, or
      some other thing of one implementation, where the capability is about an API are replaced by
      corrected tests, which demand the API. It is a proposal of this project and nobody has approved it.
      The address under `source` is that of the guideline that it was made from.

      ## Why

      A container cloud that speaks the whole compute API fails 2020.06, because it will not copy a root
      disk, has no power to cut, or lets nobody in by SSH. That says something about its machines and
      nothing about its API. The program that a user wrote against the API has to cope with a refusal
      anyway: quota, policy and locks refuse the same calls on any cloud. Elsewhere 2020.06 reads a
      refusal word by word, or goes by the clock of whoever runs the test. No program does either.

      ## What a corrected test holds a cloud to

      What may be done with a server or a volume is up to the cloud. How it answers is not. The API
      reference gives a call three ways to end, and a corrected test takes no fourth:

      1. **It is done**, and everything is as the API says that it is then.
      2. **It is refused as documented**: at once, with a status that the reference lists for that very
         call (400, 403 or 409; for a reboot 403 or 409) and a fault that repeats it and has a message.
         A 404 for a server that is there, a 500 or a 501 is none, and a refusal has to leave alone what
         it refuses to touch: the test compares the server before and after.
      3. **It is accepted and comes to nothing**, which the reference allows to some calls if the server
         returns to what it was. Then the server's action log has to say so under the id of the request.
         A failure that nobody is told of fails the test.

      The Block Storage reference lists no refusals call by call. There the second way is a status of its
      list for all calls by which a service says that it will not or cannot: 400, 403, 409 or 501. Not
      413: the room in the quota is for the caller to see to. On the third way a volume ends in `error`,
      as the reference says, and can be deleted; and where an image that was promised is gone, a message
      (microversion 3.3) has to say so under the id of the request. In any case the volume, the image or
      the snapshot that it was about is compared before and after.

      Where nothing is up to the cloud, there is but one way: rules of security groups that cannot be are
      refused with 400, a fault and no other effect, and what has expired is not served any more.

      So these tests have teeth. A cloud fails that answers with an error of its own making, loses the
      server, forgets the name or what a copy is of, leaves a volume attaching for ever, shows an image
      that never ends, or promises and silently does nothing. `capabilities/TEETH.md` lists the defects
      that each has caught.

      ## Test by test

      """;

  static final String CORRECTED =
      """
      ### %s

      **Instead of** %s %s Its basis is *%s*: %s

      **There is** %s %s

      **Lost:** %s
      """;

  static final String KEPT_HEAD =
      """

      ## Kept as they are

      These ask for more than the API, too, and the draft still has them.

      """;

  static final String DRAFT_FOOT =
      """

      ## What speaks against it

      A cloud that declines everything on the list above passes all of it. Whoever wants to know
      whether servers can be resized has to run 2020.06 as well. Two of the tests need microversions
      that a cloud of 2020 lacks (2.47 and 2.90); all releases that the draft names have them. The
      two tests of resizing were flagged in 2020.06, as operators switch it off. They count here, as
      switching it off is an answer that they take.

      Made by `mvn test -Dtest=BasisPagesTest -Dgolden.update`, like `2026.11.json` by
      `CorrectedGuidelineTest`; `mvn verify` fails if either differs from the catalogue and the suite.
      """;

  private BasisTexts() {}
}
